// Texts of declaration windows.
export const declarations = {};
