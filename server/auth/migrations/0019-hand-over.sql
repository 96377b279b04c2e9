-- Whose work an account took over, so that its first days show what is open.
ALTER TABLE account ADD COLUMN took_over_from TEXT REFERENCES account (id);
