-- When the last failure was counted: a try that was begun before ran beside it, not after it.
alter table endpoint_lane add column failed_at timestamptz;
