-- Who has what an operator had: itself, or the one at the end of its line of takeovers (A by B, B by C).
-- A line never closes to a circle: the route that records a takeover refuses it.
CREATE VIEW operator_heir (id, heir_id) AS
WITH RECURSIVE line (id, heir_id) AS (
  SELECT id, id FROM operator WHERE successor_id IS NULL
  UNION ALL
  SELECT o.id, l.heir_id FROM operator o JOIN line l ON o.successor_id = l.id
)
SELECT id, heir_id FROM line;
