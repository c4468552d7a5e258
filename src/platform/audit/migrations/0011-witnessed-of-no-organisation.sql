comment on table audit_witnessed is 'Across organisations: it tells of logs elsewhere, and only what they publish.';
