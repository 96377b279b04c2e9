// Hands a file that the app has in memory to the browser, which saves it under a name.

export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it up by then; later the memory is free again.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
