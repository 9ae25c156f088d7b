-- AS2 messages either way: what was said about which bytes, and what proves it. incoming: 1 of a partner's, 0 of the gateway's own.
-- subject is the interchange that it became, or the reply that it is; proof_sha256 the message with its signature among the raw bytes,
-- beside the payload's own. state: see As2State. An outgoing one that is sent again is the same row.
CREATE TABLE as2_message (
  partner      ${text}  NOT NULL,
  incoming     BIGINT   NOT NULL,
  message_id   ${text}  NOT NULL,
  subject      ${text}  NOT NULL,
  mic          ${text}  NOT NULL,
  proof_sha256 ${text}  NOT NULL,
  proof_size   BIGINT   NOT NULL,
  at           BIGINT   NOT NULL,
  receipt      ${bytes} NOT NULL,
  state        ${text}  NOT NULL,
  detail       ${text}  NOT NULL,
  attempts     BIGINT   NOT NULL,
  due          BIGINT   NOT NULL,
  PRIMARY KEY (partner, incoming, message_id)
) ${clustered};

CREATE INDEX as2_message_due ON as2_message (partner, due) WHERE state = 'DUE';
CREATE INDEX as2_message_id ON as2_message (message_id);
