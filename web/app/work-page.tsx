// The page of what waits for an operator's liaison.
export function WorkPage() {
  return null;
}
