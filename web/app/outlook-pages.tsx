// The pages of what cannot be done yet and of the forecast.
export function ObstaclesPage() {
  return null;
}

export function ForecastPage() {
  return null;
}
