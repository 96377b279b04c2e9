-- Who lives where: population and households per village or locality, several years and sources kept.
CREATE TABLE people (
  -- A village's code or a locality's id.
  unit TEXT NOT NULL,
  -- The day the figures are of.
  dated_on TEXT NOT NULL,
  source TEXT NOT NULL,
  -- Null where the source does not say; never 0 for "not known".
  population INTEGER CHECK (population >= 0),
  households INTEGER CHECK (households >= 0),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES account (id),
  PRIMARY KEY (unit, dated_on, source),
  CHECK (population IS NOT NULL OR households IS NOT NULL)
) WITHOUT ROWID;
