create policy of_the_person on landscape_example for select using (person_id = (select nullif(current_setting('regie.person', true), '')::uuid));
comment on policy of_the_person on landscape_example is 'Across organisations: people find their own copies of the example.';
