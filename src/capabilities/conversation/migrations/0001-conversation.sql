-- What somebody answered from a role. The person is kept so that they alone can change it; no page shows who.
create table conversation_answer (
  organisation_id uuid not null,
  questionnaire text not null,
  question text not null,
  role text not null,
  person_id uuid not null,
  answer text not null,
  note text not null,
  primary key (organisation_id, questionnaire, question, role, person_id)
);
