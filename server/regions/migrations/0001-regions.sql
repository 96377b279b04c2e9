-- Places of the Kemendagri code and their boundaries.
CREATE TABLE region (
  code TEXT PRIMARY KEY,
  -- The code without its dots as an integer: the feature id in tiles and the id in boundary_box.
  id INTEGER NOT NULL UNIQUE,
  level TEXT NOT NULL CHECK (level IN ('province', 'regency', 'district', 'village')),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  parent_code TEXT REFERENCES region (code),
  lng REAL NOT NULL,
  lat REAL NOT NULL,
  elevation_m INTEGER,
  postal_code TEXT,
  point_source TEXT NOT NULL CHECK (point_source IN ('exact', 'name', 'parent'))
) WITHOUT ROWID;
CREATE INDEX region_by_parent ON region (parent_code, name);
CREATE INDEX region_by_level ON region (level, code);

-- Names and paths for the search box; rowid is region.id. `name` and `path` hold folded text.
CREATE VIRTUAL TABLE region_search USING fts5 (
  name, path, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);

CREATE TABLE boundary_source (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('official', 'approximate')),
  name TEXT NOT NULL,
  licence TEXT,
  dated_on TEXT,
  sha256 TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  UNIQUE (kind, name, sha256)
);

CREATE TABLE boundary (
  code TEXT PRIMARY KEY REFERENCES region (code),
  kind TEXT NOT NULL CHECK (kind IN ('official', 'approximate')),
  source_id INTEGER NOT NULL REFERENCES boundary_source (id),
  -- MultiPolygon coordinates as JSON, [lng, lat], WGS 84, 6 decimals.
  coordinates TEXT NOT NULL,
  west REAL NOT NULL, south REAL NOT NULL, east REAL NOT NULL, north REAL NOT NULL
) WITHOUT ROWID;

-- Narrows, never decides (float32); id is region.id.
CREATE VIRTUAL TABLE boundary_box USING rtree (id, west, east, south, north);

-- Vector tiles, gzipped, of one boundary version (meta 'boundary_version').
CREATE TABLE tile (
  version TEXT NOT NULL, z INTEGER NOT NULL, x INTEGER NOT NULL, y INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (version, z, x, y)
) WITHOUT ROWID;
