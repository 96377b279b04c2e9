-- Whether a status rests on models alone (filed coverage, computed footprints): counted apart.
ALTER TABLE place_status ADD COLUMN is_modelled INTEGER NOT NULL DEFAULT 0;
ALTER TABLE operator_status ADD COLUMN is_modelled INTEGER NOT NULL DEFAULT 0;
ALTER TABLE locality_status ADD COLUMN is_modelled INTEGER NOT NULL DEFAULT 0;
