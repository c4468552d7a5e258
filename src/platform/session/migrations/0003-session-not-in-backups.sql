-- A backup must not bring back a session that was ended since: after a restore everybody signs in again.
comment on table session is 'Not in backups: a restore must not revive a session that was ended.';
