-- The trigger refuses it for everybody; the application has not even the right.
revoke update, delete on audit_entry from regie_application;

create policy outside_any on audit_entry for insert with check (organisation_id = '00000000-0000-0000-0000-000000000000');
comment on policy outside_any on audit_entry is 'Across organisations: what happened outside any organisation is written down, and not read.';
