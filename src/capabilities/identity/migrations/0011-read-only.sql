-- Since when nothing of the organisation may be changed, because it is leaving.
alter table organisation add column read_only_since timestamptz;
