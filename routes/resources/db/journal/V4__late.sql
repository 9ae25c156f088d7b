-- whether a back-end still owes an answer whose time is up
CREATE INDEX hand_over_late ON hand_over (backend) WHERE timed_out_at IS NOT NULL AND answered_at IS NULL;
