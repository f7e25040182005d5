// @ts-check

/**
 * How many volumes were encrypted, day by day. A day of a cluster that could not
 * be read is there without counts, so that nobody takes it for one without volumes.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('coverage_days', table => {
    table.comment('That the volumes of a cluster were looked at on a day');
    table.string('day', 10).notNullable().comment('YYYY-MM-DD in UTC');
    table.string('cluster', 255).notNullable();
    table
      .boolean('complete')
      .notNullable()
      .comment('False: it could not be read, and nothing is counted');
    table.string('assessed_at', 32).notNullable();
    table.primary(['day', 'cluster']);
  });
  await knex.schema.createTable('coverage_counts', table => {
    table.comment('The volumes of an owner on a cluster and day, alike ones');
    table.string('day', 10).notNullable();
    table.string('cluster', 255).notNullable();
    table
      .string('owner', 255)
      .notNullable()
      .comment('Entity ref, (none) or (unknown)');
    table.string('protection', 32).notNullable();
    table.string('state', 16).notNullable();
    table.integer('volumes').notNullable();
    table.bigInteger('bytes').notNullable();
    table.primary(['day', 'cluster', 'owner', 'protection', 'state']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('coverage_counts');
  await knex.schema.dropTable('coverage_days');
};
