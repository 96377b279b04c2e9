// The pages of declaration windows: the list, a new one, one with its answers.
export function WindowsPage() {
  return null;
}

export function NewWindowPage() {
  return null;
}

export function WindowPage() {
  return null;
}
