-- The match: legs of orders (order, payment, logistics) that become one declaration together.
-- The WCO document that a leg alone makes stands in declaration; when the legs are joined, the whole takes the place of the order's.
-- A leg is told apart by the key of its own kind and found by all that it has: platform and order number, provider and
-- transaction, carrier and waybill. facts are what is compared (JSON), person, year, currency, amount what was added to year_sum.
CREATE TABLE leg (
  item_id       ${text} NOT NULL PRIMARY KEY,
  kind          ${text} NOT NULL,
  order_key     ${text},
  payment_key   ${text},
  logistics_key ${text},
  needs         ${text} NOT NULL,
  cancels       BIGINT  NOT NULL,
  state         ${text} NOT NULL,
  deadline      BIGINT  NOT NULL,
  order_item    ${text},
  facts         ${text},
  person        ${text},
  year          BIGINT,
  currency      ${text},
  amount        ${text}
) ${clustered};

CREATE INDEX leg_order ON leg (order_key) WHERE order_key IS NOT NULL AND state IN ('WAITING', 'JOINED');
CREATE INDEX leg_payment ON leg (payment_key) WHERE payment_key IS NOT NULL AND state IN ('WAITING', 'JOINED');
CREATE INDEX leg_logistics ON leg (logistics_key) WHERE logistics_key IS NOT NULL AND state IN ('WAITING', 'JOINED');
CREATE INDEX leg_open ON leg (deadline) WHERE state = 'WAITING';

-- legs that were journaled and nobody has looked at what they complete: in flight, or left by a crash
CREATE TABLE leg_arrival (
  interchange_id ${text} NOT NULL,
  first          BIGINT  NOT NULL,
  last           BIGINT  NOT NULL,
  due            BIGINT  NOT NULL,
  PRIMARY KEY (interchange_id, first)
) ${clustered};

-- what a person's declared orders of a year come to; the person is a keyed hash
CREATE TABLE year_sum (
  person   ${text} NOT NULL,
  year     BIGINT  NOT NULL,
  currency ${text} NOT NULL,
  amount   ${text} NOT NULL,
  PRIMARY KEY (person, year, currency)
) ${clustered};
