-- Localities: jorong, korong, dusun, kampung, RW; below the village, and status units of their own.
CREATE TABLE locality (
  id TEXT PRIMARY KEY,
  village_code TEXT NOT NULL REFERENCES region (code),
  -- The local word: jorong, dusun, …
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  -- The name as it is matched (names.ts, localityKey): one spelling, one locality.
  name_key TEXT NOT NULL,
  -- Both or neither: a locality may be known by its name only.
  lng REAL, lat REAL,
  source TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL REFERENCES account (id),
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (village_code, name_key)
) WITHOUT ROWID;
CREATE INDEX locality_by_position ON locality (lat, lng) WHERE lat IS NOT NULL;
