// @ts-check

/**
 * What changed with volumes, credentials, KMSs and clusters, what is still to be
 * told of it, and what is remembered to notice the next change. No value of a
 * Secret and no key. Times are ISO 8601 text in UTC, as in the other tables.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('history_turn', table => {
    table.comment('One row: who has seen its number may write the next look');
    table.integer('id').primary();
    table.integer('number').notNullable();
  });
  await knex('history_turn').insert({ id: 1, number: 0 });

  await knex.schema.createTable('history_followed', table => {
    table.comment('What was last known of each thing that is followed');
    table.string('subject', 512).primary();
    table.string('kind', 16).notNullable();
    table.string('cluster', 63).nullable();
    table.string('namespace', 63).nullable();
    table.string('claim', 253).nullable();
    table.string('custody', 16).nullable();
    table.string('kms', 255).nullable().comment('For a volume: of its key');
    table.string('uid', 64).nullable().comment('Of the claim');
    table.string('owner', 512).nullable().comment('Entity ref');
    table.text('answers').notNullable().comment('In JSON');
    table.text('pending').notNullable().comment('Seen once so far, in JSON');
    table
      .boolean('troubled')
      .notNullable()
      .comment('To be looked at closely next time');
    table.index(['troubled']);
  });

  await knex.schema.createTable('history_changes', table => {
    table.comment('One row for each change of one answer');
    table.bigInteger('number').primary().comment('Grows with time');
    table.string('subject', 512).notNullable();
    table.string('kind', 16).notNullable();
    table.string('cluster', 63).nullable();
    table.string('namespace', 63).nullable();
    table.string('claim', 253).nullable();
    table.string('custody', 16).nullable();
    table.string('kms', 255).nullable();
    table.string('what', 16).notNullable();
    table.string('from', 64).nullable();
    table.string('to', 64).nullable();
    table.text('reasons').notNullable().comment('Codes, in JSON');
    table.string('owner', 512).nullable().comment('Entity ref, at the time');
    table.string('at', 32).notNullable();
    table.index(['subject', 'at']);
    table.index(['at']);
  });

  await knex.schema.createTable('history_entities', table => {
    table.comment('Whose volumes a change was about, at the time');
    table.string('entity_ref', 512).notNullable();
    table.bigInteger('change').notNullable().comment('Its number');
    table.primary(['entity_ref', 'change']);
    table.index(['change']);
  });

  await knex.schema.createTable('history_news', table => {
    table.comment('Notifications to be sent, and those that were');
    table.string('id', 36).primary();
    table.text('body').notNullable().comment('The notification, in JSON');
    table.string('created_at', 32).notNullable();
    table.string('claimed_at', 32).nullable().comment('Somebody is sending it');
    table.string('sent_at', 32).nullable();
    table.index(['sent_at', 'created_at']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const name of ['news', 'entities', 'changes', 'followed', 'turn']) {
    await knex.schema.dropTable(`history_${name}`);
  }
};
