comment on table setup_code is 'Not in backups: it belongs to one first start. Across organisations: from before there is any.';
