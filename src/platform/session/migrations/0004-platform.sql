create policy of_the_platform on session using (current_setting('regie.duty', true) = 'platform') with check (false);
comment on policy of_the_platform on session is 'Across organisations: who looks after the platform ends the sessions of a closed account.';
