create policy ended on answered_once using (current_setting('regie.duty', true) = 'clear-up') with check (false);
comment on policy ended on answered_once is 'Across organisations: what is a day old is nobody''s to ask again.';
