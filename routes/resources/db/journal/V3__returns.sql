-- Goods that come back, linked to the declaration that they came in with.
-- Other numbers by which a declared item is found beside its key: of its order, of the list that it was in.
CREATE TABLE alias (
  value   ${text} NOT NULL,
  name    ${text} NOT NULL,
  item_id ${text} NOT NULL,
  PRIMARY KEY (value, name, item_id)
) ${clustered};

-- Every return that was declared; original_id is null where it is not known what it came in with. n counts the returns of one
-- declaration: who finds his number taken looks again. cancels is yes where the return is withdrawn.
CREATE TABLE returned (
  item_id     ${text} NOT NULL PRIMARY KEY,
  original_id ${text},
  n           BIGINT  NOT NULL,
  cancels     BIGINT  NOT NULL,
  at          BIGINT  NOT NULL
) ${clustered};

CREATE UNIQUE INDEX returned_of ON returned (original_id, n) WHERE original_id IS NOT NULL;
