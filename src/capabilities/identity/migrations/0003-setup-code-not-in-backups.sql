-- The code of a first start belongs to that start; a restored installation has its people already.
comment on table setup_code is 'Not in backups: it belongs to one first start.';
