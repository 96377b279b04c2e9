// The page of the board of commitments.
export function BoardPage() {
  return null;
}
