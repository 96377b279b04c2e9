// The pages of filed plans: the list, and one compared with the last.
export function FilingsPage() {
  return null;
}

export function FilingPage() {
  return null;
}
