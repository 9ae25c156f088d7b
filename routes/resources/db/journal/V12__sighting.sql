-- How often parties were declared: senders, consignees, and both together. party is a keyed hash of one, or of two. period is a year (Y2026) or,
-- of both together, the day of the item (D2026-11-20). currency is that of amount, in thousandths, or empty where no value is known.
-- first_day is the first day on which the party was seen; it goes on from one year to the next.
CREATE TABLE sighting (
  period    ${text} NOT NULL,
  party     ${text} NOT NULL,
  currency  ${text} NOT NULL,
  first_day ${text} NOT NULL,
  items     BIGINT  NOT NULL,
  amount    BIGINT  NOT NULL,
  PRIMARY KEY (period, party, currency)
) ${clustered};
