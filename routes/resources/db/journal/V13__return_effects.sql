-- What a return does after it was linked.
-- part: how much of what came in goes back, from 0 to 1, as far as it counts for its buyer's year; null: it does not. given: what it has
-- taken off that year, and of which order (given_of); null while it has not.
-- decided: how often a back-end has decided about what came in since the return was linked; told: up to which of these revenue was told.
ALTER TABLE returned ADD COLUMN part ${text};
ALTER TABLE returned ADD COLUMN given ${text};
ALTER TABLE returned ADD COLUMN given_of ${text};
ALTER TABLE returned ADD COLUMN decided BIGINT NOT NULL DEFAULT 0;
ALTER TABLE returned ADD COLUMN told BIGINT NOT NULL DEFAULT 0;

CREATE INDEX returned_given ON returned (given_of) WHERE given_of IS NOT NULL;
CREATE INDEX returned_news ON returned (item_id) WHERE decided > told;
