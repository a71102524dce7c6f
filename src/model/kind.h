/*
 * Kinds of stages: what the method knows about a stage whatever it is
 * called.  A stage of a template keeps its kind's key when it is renamed or
 * translated.
 */
#ifndef MODEL_KIND_H
#define MODEL_KIND_H

struct kind {
	const char *key;        /* stage.kind */
	const char *prompt;     /* msgid: what to ask there */
};

/* The kind with this key, or NULL. */
const struct kind *kind_find(const char *key);

#endif
