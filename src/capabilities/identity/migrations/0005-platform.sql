-- Who looks after the platform sees which organisations and accounts there are, and nothing of what organisations keep.
create policy of_the_platform on organisation for select using (current_setting('regie.duty', true) = 'platform');
comment on policy of_the_platform on organisation is 'Across organisations: who looks after the platform sees which there are.';
create policy of_the_platform on membership for select using (current_setting('regie.duty', true) = 'platform');
comment on policy of_the_platform on membership is 'Across organisations: who looks after the platform sees how many belong to one.';
create policy of_the_platform on person using (current_setting('regie.duty', true) = 'platform') with check (current_setting('regie.duty', true) = 'platform');
comment on policy of_the_platform on person is 'Across organisations: who looks after the platform closes and opens accounts.';
