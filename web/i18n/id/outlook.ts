// Texts of obstacles, the forecast and the story of a place.
export const outlook = {};
