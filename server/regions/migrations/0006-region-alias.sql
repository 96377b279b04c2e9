-- Under what else a place is known: old names and spellings that a person has settled, BPS codes, and
-- Kemendagri codes it had before a district or province was split.
CREATE TABLE region_alias (
  kind TEXT NOT NULL CHECK (kind IN ('name', 'bps', 'code')),
  -- name: regency code, slash, folded name (13.01/inderapura), because names repeat across regencies;
  -- bps: ten digits; code: the dotted code of then.
  key TEXT NOT NULL,
  region_code TEXT NOT NULL REFERENCES region (code),
  -- The name or code as it was written.
  written TEXT NOT NULL,
  -- Where it comes from: a file, a decree, a person's decision.
  source TEXT NOT NULL,
  noted_at TEXT NOT NULL,
  noted_by TEXT REFERENCES account (id),
  -- One key may stand for several places (an old code whose village was split): then a person decides.
  PRIMARY KEY (kind, key, region_code)
) WITHOUT ROWID;
CREATE INDEX region_alias_by_region ON region_alias (region_code);
