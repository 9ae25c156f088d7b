-- What a back-end is shown: the name of a view, null for all of it. held: what has to be decided before it goes, null when it may.
ALTER TABLE hand_over ADD COLUMN shown ${text};
ALTER TABLE hand_over ADD COLUMN held ${text};
DROP INDEX hand_over_unsent;
CREATE INDEX hand_over_unsent ON hand_over (backend, created_at) WHERE sent_at IS NULL AND answered_at IS NULL AND held IS NULL;
