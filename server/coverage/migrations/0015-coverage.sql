-- Sites and their cells, the footprints that these or an operator's polygons cover, and what it comes to.
CREATE TABLE site (
  id TEXT PRIMARY KEY,
  operator_id TEXT NOT NULL REFERENCES operator (id),
  -- The operator's own id, or what stands for it where a file names none.
  ref TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  lng REAL NOT NULL, lat REAL NOT NULL,
  -- 'operator': filed by it or drawn here; 'crowd': estimated from what phones saw.
  source TEXT NOT NULL CHECK (source IN ('operator', 'crowd')),
  import_id TEXT REFERENCES import (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL REFERENCES account (id),
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (operator_id, ref)
);
-- How old what is known of an operator's sites is.
CREATE INDEX site_by_operator ON site (operator_id, updated_at);
CREATE INDEX site_by_position ON site (lat, lng);
CREATE INDEX site_by_import ON site (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE cell (
  id INTEGER PRIMARY KEY,
  site_id TEXT NOT NULL REFERENCES site (id) ON DELETE CASCADE,
  -- Names it within its site: a cell id, or technology, band and azimuth.
  ref TEXT NOT NULL,
  technology TEXT NOT NULL CHECK (technology IN ('2g', '3g', '4g', '5g')),
  band_mhz INTEGER,
  height_m REAL,
  -- Degrees clockwise from north; beamwidth 360 (or null) is omni.
  azimuth_deg REAL,
  beamwidth_deg REAL,
  -- Null: by the table of the settings.
  radius_m REAL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'built', 'on_air', 'off')),
  -- Since when it is on air; of a planned one, by when it is to be.
  on_air_on TEXT,
  UNIQUE (site_id, ref)
);

-- Cells whose footprint has to be made again: new, changed, or gone (then only the id is left).
CREATE TABLE cell_pending (cell_id INTEGER PRIMARY KEY);

-- What is covered, kept apart by what it rests on, whether it stands, whose it is, and the technology.
CREATE TABLE coverage_layer (
  id INTEGER PRIMARY KEY,
  basis TEXT NOT NULL CHECK (basis IN ('computed', 'filed')),
  phase TEXT NOT NULL CHECK (phase IN ('on_air', 'planned')),
  -- '*': of all operators together.
  operator_id TEXT NOT NULL,
  technology TEXT NOT NULL CHECK (technology IN ('2g', '3g', '4g', '5g')),
  UNIQUE (basis, phase, operator_id, technology)
);

-- One polygon of a cell, or one that an operator filed. Layers of one operator only.
CREATE TABLE footprint (
  id INTEGER PRIMARY KEY,
  layer_id INTEGER NOT NULL REFERENCES coverage_layer (id),
  -- No reference: a cell may be gone before its footprint is taken away.
  cell_id INTEGER,
  import_id TEXT REFERENCES import (id),
  -- ISO dates from which and before which it stands; null: always did, still does.
  since_on TEXT,
  until_on TEXT,
  -- Of a filed one: the later filing that ended it, to be undone with it.
  ended_by TEXT REFERENCES import (id),
  -- MultiPolygon as WKB (area-codec.ts), [lng, lat], WGS 84, 6 decimals.
  shape BLOB NOT NULL
);
CREATE INDEX footprint_by_cell ON footprint (cell_id) WHERE cell_id IS NOT NULL;
CREATE INDEX footprint_by_import ON footprint (import_id, layer_id) WHERE import_id IS NOT NULL;
CREATE INDEX footprint_by_layer ON footprint (layer_id, until_on, since_on);
-- Narrows, never decides (float32); id is footprint.id. The layer is a dimension (twice the same id), so
-- that one layer is found among many that lie over each other.
CREATE VIRTUAL TABLE footprint_box USING rtree (
  id, west, east, south, north, first_layer, last_layer
);

-- Where a layer has changed, before it is known which blocks and villages that concerns.
CREATE TABLE coverage_change (
  id INTEGER PRIMARY KEY,
  layer_id INTEGER NOT NULL REFERENCES coverage_layer (id),
  west REAL NOT NULL, south REAL NOT NULL, east REAL NOT NULL, north REAL NOT NULL
);

-- The union of a layer's footprints that stand today, in blocks of a quarter of a degree. The area
-- comes before the shape, so that sums need not read past it.
CREATE TABLE coverage_block (
  layer_id INTEGER NOT NULL REFERENCES coverage_layer (id),
  -- floor(lng × 4), floor(lat × 4)
  x INTEGER NOT NULL, y INTEGER NOT NULL,
  area_km2 REAL NOT NULL,
  -- MultiPolygon as WKB (area-codec.ts), cut at the block's edges.
  shape BLOB NOT NULL,
  PRIMARY KEY (layer_id, x, y)
);

-- Blocks to be merged again.
CREATE TABLE block_pending (
  layer_id INTEGER NOT NULL REFERENCES coverage_layer (id),
  x INTEGER NOT NULL, y INTEGER NOT NULL,
  PRIMARY KEY (layer_id, x, y)
) WITHOUT ROWID;

-- Villages whose shares are to be counted again: of one layer, or of all of them (0).
CREATE TABLE share_pending (
  village_id INTEGER NOT NULL,
  layer_id INTEGER NOT NULL,
  -- Another one with every mark: what is marked again while it is counted stays marked.
  token INTEGER NOT NULL DEFAULT (random()),
  PRIMARY KEY (village_id, layer_id)
) WITHOUT ROWID;

-- How much of a village a layer covers; no row: nothing of it.
CREATE TABLE village_coverage (
  id INTEGER NOT NULL REFERENCES region (id),
  layer_id INTEGER NOT NULL REFERENCES coverage_layer (id),
  -- 0–1; may be 0 where only the point of a locality near the edge is covered.
  area_fraction REAL NOT NULL,
  -- Of the localities whose position is known.
  localities INTEGER NOT NULL,
  localities_covered INTEGER NOT NULL,
  -- Who lives there; null where nobody knows.
  population INTEGER,
  -- 0–1 of the population.
  population_fraction REAL,
  -- Where the people are taken to live: in their localities, or evenly over the area.
  population_basis TEXT CHECK (population_basis IN ('localities', 'area')),
  PRIMARY KEY (id, layer_id)
) WITHOUT ROWID;
-- Holds all that is summed up over an area.
CREATE INDEX village_coverage_by_layer ON village_coverage
  (layer_id, id, area_fraction, localities_covered, population, population_fraction);

-- The localities whose position a layer covers.
CREATE TABLE locality_coverage (
  locality_id TEXT NOT NULL REFERENCES locality (id) ON DELETE CASCADE,
  layer_id INTEGER NOT NULL REFERENCES coverage_layer (id),
  PRIMARY KEY (locality_id, layer_id)
) WITHOUT ROWID;

-- How far a cell reaches where nobody says it, each with the day from which it held; the newest counts.
CREATE TABLE coverage_setting (
  id INTEGER PRIMARY KEY,
  settings TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT REFERENCES account (id)
);

-- Shares also rest on boundaries, localities and people, which other rooms and other processes write: a
-- trigger forgets none of them. Without coverage there is nothing to mark.
CREATE TRIGGER boundary_added_shares AFTER INSERT ON boundary
WHEN EXISTS (SELECT 1 FROM coverage_layer)
BEGIN
  INSERT OR REPLACE INTO share_pending (village_id, layer_id)
    SELECT id, 0 FROM region WHERE code = new.code AND level = 'village';
END;
CREATE TRIGGER boundary_changed_shares AFTER UPDATE OF coordinates ON boundary
WHEN old.coordinates <> new.coordinates AND EXISTS (SELECT 1 FROM coverage_layer)
BEGIN
  INSERT OR REPLACE INTO share_pending (village_id, layer_id)
    SELECT id, 0 FROM region WHERE code = new.code AND level = 'village';
END;
CREATE TRIGGER locality_added_shares AFTER INSERT ON locality
WHEN EXISTS (SELECT 1 FROM coverage_layer)
BEGIN
  INSERT OR REPLACE INTO share_pending (village_id, layer_id)
    SELECT id, 0 FROM region WHERE code = new.village_code;
END;
CREATE TRIGGER locality_changed_shares AFTER UPDATE OF lng, lat, village_code ON locality
WHEN (old.lng IS NOT new.lng OR old.lat IS NOT new.lat OR old.village_code <> new.village_code)
  AND EXISTS (SELECT 1 FROM coverage_layer)
BEGIN
  INSERT OR REPLACE INTO share_pending (village_id, layer_id)
    SELECT id, 0 FROM region WHERE code IN (old.village_code, new.village_code);
END;
CREATE TRIGGER locality_removed_shares AFTER DELETE ON locality
WHEN EXISTS (SELECT 1 FROM coverage_layer)
BEGIN
  INSERT OR REPLACE INTO share_pending (village_id, layer_id)
    SELECT id, 0 FROM region WHERE code = old.village_code;
END;
-- A figure is a village's (its code) or a locality's (its id).
CREATE TRIGGER people_written_shares AFTER INSERT ON people
WHEN EXISTS (SELECT 1 FROM coverage_layer)
BEGIN
  INSERT OR REPLACE INTO share_pending (village_id, layer_id)
    SELECT id, 0 FROM region
    WHERE code IN (new.unit, (SELECT village_code FROM locality WHERE id = new.unit));
END;
CREATE TRIGGER people_removed_shares AFTER DELETE ON people
WHEN EXISTS (SELECT 1 FROM coverage_layer)
BEGIN
  INSERT OR REPLACE INTO share_pending (village_id, layer_id)
    SELECT id, 0 FROM region
    WHERE code IN (old.unit, (SELECT village_code FROM locality WHERE id = old.unit));
END;
