-- AS2 messages that were refused: of whom, why, and with which receipt. partner is empty where nobody is known by the names that it came
-- with. A receipt that goes out in a request of its own is DUE until it is SENT or PARKED, like that of a message that was taken.
CREATE TABLE as2_refusal (
  id         ${text}  NOT NULL PRIMARY KEY,
  at         BIGINT   NOT NULL,
  partner    ${text}  NOT NULL,
  names      ${text}  NOT NULL,
  message_id ${text}  NOT NULL,
  reason     ${text}  NOT NULL,
  receipt    ${bytes} NOT NULL,
  state      ${text}  NOT NULL,
  attempts   BIGINT   NOT NULL,
  due        BIGINT   NOT NULL
);

CREATE INDEX as2_refusal_due ON as2_refusal (partner, due) WHERE state = 'DUE';
CREATE INDEX as2_refusal_id ON as2_refusal (message_id);
CREATE INDEX as2_refusal_at ON as2_refusal (at);
