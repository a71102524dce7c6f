#include "model/capture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/id.h"
#include "base/utf8.h"
#include "model/kind.h"

enum { MAP_ID = 1, NEED_ID, BUY_ID, CARE_ID, AFTER_ID };

/* How a line was read: `adds 5.3 | stage mua | title pays | channel web`. */
static char *reading(const char *line)
{
	struct strbuf out = STRBUF_INIT;
	struct capture c;

	capture_parse(line, &c);
	if (c.adds)
		strbuf_addstr(&out, " | adds");
	if (c.card)
		strbuf_addf(&out, " %d.%d", c.card_stage, c.card);
	if (c.stage)
		strbuf_addf(&out, " | stage %s", c.stage);
	for (int i = 0; i < TOUCHPOINT_FIELDS; i++)
		if (c.text[i])
			strbuf_addf(&out, " | %s %s",
				    field_of(TOUCHPOINT, i)->key, c.text[i]);
	if (out.len)
		strbuf_splice(&out, 0, 3, "", 0);
	capture_release(&c);
	return strbuf_detach(&out);
}

static void reads(const char *line, const char *as)
{
	char *read = reading(line);

	assert_string_equal(read, as);
	free(read);
}

static void whole_is(const char *line, const char *whole)
{
	struct capture c;

	capture_parse(line, &c);
	assert_string_equal(c.whole, whole);
	capture_release(&c);
}

static void the_examples_of_the_manual_read_as_it_says(void **state)
{
	(void)state;
	reads("need > clicks a flash-sale post @Twitter ~curious "
	      "+save money :)",
	      "stage need | title clicks a flash-sale post | "
	      "channel Twitter | context curious | need save money | "
	      "emotion 1");
	reads("mua > thanh toán @website +không phí ẩn "
	      "!phí hiện ở bước cuối :-2 #checkout",
	      "stage mua | title thanh toán | channel website | "
	      "need không phí ẩn | emotion -2 | "
	      "pain phí hiện ở bước cuối | tags checkout");
	reads("tìm \"máy lọc nước\" ra mình #1 Google",
	      "title tìm \"máy lọc nước\" ra mình #1 Google");
}

static void every_sigil_fills_its_field(void **state)
{
	(void)state;
	reads("pays @card ~in a hurry +be quick !slow form *one page "
	      "\"at last\" =Lan Anh #web :D",
	      "title pays | channel card | context in a hurry | "
	      "need be quick | emotion 2 | pain slow form | "
	      "opportunity one page | quote at last | owner Lan Anh | "
	      "tags web");
	reads("pays ?in a hurry", "title pays | context in a hurry");
}

static void a_sigil_counts_only_at_a_words_start(void **state)
{
	(void)state;
	reads("mail lan@example.com", "title mail lan@example.com");
	reads("R&D a+b a=b c#d so~so wow!now what?",
	      "title R&D a+b a=b c#d so~so wow!now what?");
}

static void a_sigil_counts_only_directly_before_its_value(void **state)
{
	(void)state;
	reads("a @ b ~ c ? d ! e * f + g = h # i \" j @",
	      "title a @ b ~ c ? d ! e * f + g = h # i \" j @");
}

static void marks_alone_are_how_people_write(void **state)
{
	(void)state;
	reads("tuyệt vời !!!", "title tuyệt vời !!!");
	reads("thật à ?! *** @Zalo", "title thật à ?! *** | channel Zalo");
}

static void plus_hash_and_equals_need_a_letter(void **state)
{
	(void)state;
	reads("gọi +84 28 3822 #1 =5 =>", "title gọi +84 28 3822 #1 =5 =>");
	reads("+84 28", "title +84 28");
	reads("gọi +ưu đãi =Đào #ốm",
	      "title gọi | need ưu đãi | owner Đào | tags ốm");
	reads("@1900 ~20 phút !5 lỗi",
	      "adds | channel 1900 | context 20 phút | pain 5 lỗi");
}

static void a_backslash_makes_a_sigil_plain(void **state)
{
	(void)state;
	reads("\\@home a \\+b \\:) \\\"c\" \\=d 5\\> e",
	      "title @home a +b :) \"c\" =d 5> e");
	reads("a @b \\@c \\\\ d", "title a | channel b @c \\ d");
	reads("\\“a” @b", "title “a” | channel b");
}

static void a_backslash_before_anything_else_is_text(void **state)
{
	(void)state;
	reads("opens C:\\Users \\ @PC\\", "title opens C:\\Users \\ | "
	      "channel PC\\");
}

static void the_last_channel_wins_and_the_first_is_noted(void **state)
{
	(void)state;
	reads("pays @Zalo @MoMo", "title pays | channel MoMo | notes @Zalo");
	reads("pays @a @b @c", "title pays | channel c | notes @a; @b");
}

static void the_last_emotion_wins_and_the_first_is_noted(void **state)
{
	(void)state;
	reads("pays :( :)", "title pays | emotion 1 | notes :-1");
}

static void other_repeated_sigils_join(void **state)
{
	(void)state;
	reads("a +b !c +d e !f =Lan =Tú #x #y \"q\" \"r\"",
	      "title a | need b; d e | pain c; f | quote q; r | "
	      "owner Lan; Tú | tags x; y");
}

static void a_tag_is_one_word_and_the_text_goes_on(void **state)
{
	(void)state;
	reads("mua #checkout hàng", "title mua hàng | tags checkout");
	reads("a @shop #x #y counter !slow", "title a | "
	      "channel shop counter | pain slow | tags x; y");
}

static void an_emotion_is_one_word_and_the_text_goes_on(void **state)
{
	(void)state;
	reads("mua :) hàng", "title mua hàng | emotion 1");
	reads("a +save :-1 money", "title a | need save money | emotion -1");
}

static void every_face_is_an_emotion_as_a_whole_word(void **state)
{
	static const struct {
		const char *face, *emotion;
	} faces[] = {
		{ ":-2", "-2" }, { ":-1", "-1" }, { ":0", "0" },
		{ ":1", "1" }, { ":+1", "1" }, { ":2", "2" }, { ":+2", "2" },
		{ ":((", "-2" }, { ":'(", "-2" }, { ":(", "-1" },
		{ ":-(", "-1" }, { ":|", "0" }, { ":)", "1" }, { ":-)", "1" },
		{ ":))", "2" }, { ":D", "2" }, { "=))", "2" },
	};
	char line[32], as[64];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(faces); i++) {
		snprintf(line, sizeof line, "a %s", faces[i].face);
		snprintf(as, sizeof as, "title a | emotion %s",
			 faces[i].emotion);
		reads(line, as);
		snprintf(line, sizeof line, "a %s.", faces[i].face);
		snprintf(as, sizeof as, "title %s", line);
		reads(line, as);
	}
}

static void other_words_with_colons_are_text(void **state)
{
	(void)state;
	reads("họp 10:30 :3 :-3 :+3 :x ratio 2:1 :",
	      "title họp 10:30 :3 :-3 :+3 :x ratio 2:1 :");
}

static void a_quotation_before_a_sigil_or_the_end_is_a_quote(void **state)
{
	(void)state;
	reads("a \"too dear\"", "title a | quote too dear");
	reads("a “đắt quá” :(", "title a | emotion -1 | quote đắt quá");
	reads("a \"b\" #c d", "title a d | quote b | tags c");
	reads("a @b \"c\" +d", "title a | channel b | need d | quote c");
	reads("a \"b \\\"c\\\" d\"", "title a | quote b \"c\" d");
}

static void any_other_quotation_is_text(void **state)
{
	(void)state;
	reads("a \"b\" c", "title a \"b\" c");
	reads("a “b” c @d", "title a “b” c | channel d");
	reads("a \"b\", c", "title a \"b\", c");
	reads("a \"b\" \"c\" d @e", "title a \"b\" \"c\" d | channel e");
	reads("màn 6\" đẹp 7\"", "title màn 6\" đẹp 7\"");
	reads("a \"\"", "title a \"\"");
}

static void nothing_inside_a_quotation_counts(void **state)
{
	(void)state;
	reads("a \"b @c > #d :) !e\"", "title a | quote b @c > #d :) !e");
	reads("a \"b @c > :)\" d", "title a \"b @c > :)\" d");
	reads("a “b @c”", "title a | quote b @c");
}

static void a_quotation_that_is_not_closed_is_text(void **state)
{
	(void)state;
	reads("a \"b @c", "title a \"b | channel c");
	reads("a “b @c", "title a “b | channel c");
}

static void the_stage_stands_before_the_first_bracket(void **state)
{
	(void)state;
	reads("mua > a", "stage mua | title a");
	reads("mua>a", "stage mua | title a");
	reads("5 >a > b", "stage 5 | title a > b");
	reads("khách hàng> a @b > c",
	      "stage khách hàng | title a | channel b > c");
	reads("a @b > c", "title a | channel b > c");
	reads("a :) > b", "title a > b | emotion 1");
}

static void a_bracket_that_parts_nothing_is_text(void **state)
{
	(void)state;
	reads("> a", "title > a");
	reads("web -> app => shop", "title web -> app => shop");
	reads("mua > web -> app", "stage mua | title web -> app");
	reads("tìm \"a > b\" x", "title tìm \"a > b\" x");
}

static void a_stage_alone_has_no_title(void **state)
{
	(void)state;
	reads("5>", "stage 5");
	reads(" mua hàng > ", "stage mua hàng");
	reads("", "");
	reads("  ", "");
}

static void the_whole_text_is_kept_for_the_parking_lot(void **state)
{
	(void)state;
	whole_is("giao > nhận hàng @shop", "giao > nhận hàng");
	whole_is("giảm>50% :) mạnh @shop", "giảm>50% mạnh");
	whole_is("xyz >", "xyz >");
	whole_is("@shop", "");
	whole_is("", "");
}

static void a_line_that_begins_with_a_sigil_adds(void **state)
{
	(void)state;
	reads("@MoMo +be quick", "adds | channel MoMo | need be quick");
	reads("  :(", "adds | emotion -1");
	reads("\"too dear\"", "adds | quote too dear");
	reads("“đắt”", "adds | quote đắt");
	reads("#a #b", "adds | tags a; b");
}

static void words_without_a_sigil_on_a_line_that_adds_are_notes(void **state)
{
	(void)state;
	reads("#urgent call > back @phone",
	      "adds | channel phone | tags urgent | notes call > back");
}

static void a_cards_number_before_a_sigil_adds_to_it(void **state)
{
	(void)state;
	reads("5.3 =Lan", "adds 5.3 | owner Lan");
	reads("0.2 =Lan về", "adds 0.2 | owner Lan về");
	reads("12.40  \"too dear\" :(",
	      "adds 12.40 | emotion -1 | quote too dear");
}

static void a_number_that_is_no_card_is_text(void **state)
{
	(void)state;
	reads("5.3", "title 5.3");
	reads("5.3 sao @Google", "title 5.3 sao | channel Google");
	reads("5.0 @web", "title 5.0 | channel web");
	reads("v5.3 @web", "title v5.3 | channel web");
	reads("5\\.3 @web", "title 5.3 | channel web");
	reads("5.99999999999999999999 @web",
	      "title 5.99999999999999999999 | channel web");
}

static void blanks_of_every_kind_are_blanks(void **state)
{
	(void)state;
	reads("\ta\tb\n@c\r\n", "title a b | channel c");
}

/* Every word of the lines is its own, so that it can be looked for. */
static void random_line(struct strbuf *line, int words)
{
	static const char *const before[] = {
		"", "", "", "@", "~", "?", "+", "!", "*", "=", "#", ":",
		"\"", "“", "\\", ">", "->", "5.3 ", ":) ", "!! ", "> ",
	};
	static const char *const after[] = {
		" ", " ", " ", " ", "\"", "” ", "\" ", ">", " > ", " :( ",
		"\\", ".", "\t",
	};

	for (int i = 0; i < words; i++)
		strbuf_addf(line, "%sw%dx%s",
			    before[(size_t)rand() % ARRAY_LEN(before)], i,
			    after[(size_t)rand() % ARRAY_LEN(after)]);
}

static void nothing_typed_is_ever_lost(void **state)
{
	char word[16];

	(void)state;
	srand(1);
	for (int round = 0; round < 20000; round++) {
		struct strbuf line = STRBUF_INIT;
		int words = 1 + rand() % 8;
		char *read;

		random_line(&line, words);
		read = reading(line.s);
		for (int i = 0; i < words; i++) {
			snprintf(word, sizeof word, "w%dx", i);
			if (!strstr(read, word))
				fail_msg("%s lost in: %s: %s", word, line.s,
					 read);
		}
		free(read);
		strbuf_release(&line);
	}
}

static void put_row(struct project *p, enum entity e, int64_t id,
		    struct values *v, int rank_field, const char *rank)
{
	v->text[rank_field] = rank;
	assert_true(project_put(p, row_new(e, id, v)));
}

static void put_stage(struct project *p, int64_t id, const char *rank,
		      const char *title)
{
	struct values v = { { NULL } };

	v.text[STAGE_MAP] = "1";
	v.text[STAGE_TITLE] = title;
	put_row(p, STAGE, id, &v, STAGE_RANK, rank);
}

static void put_touchpoint(struct project *p, int64_t id, int64_t stage,
			   const char *title, const char *channel)
{
	struct values v = { { NULL } };
	char buf[ID_TEXT];

	v.text[TOUCHPOINT_MAP] = "1";
	v.text[TOUCHPOINT_STAGE] = id_text(stage, buf);
	v.text[TOUCHPOINT_TITLE] = title;
	v.text[TOUCHPOINT_CHANNEL] = channel;
	put_row(p, TOUCHPOINT, id, &v, TOUCHPOINT_RANK, "a1");
}

static int open_project(void **state)
{
	struct project *p = project_new();
	struct values v = { { NULL } };

	v.text[MAP_TITLE] = "Bản đồ";
	put_row(p, MAP, MAP_ID, &v, MAP_RANK, "a0");
	put_stage(p, NEED_ID, "a0", "Nhu cầu");
	put_stage(p, BUY_ID, "a1", "Mua hàng");
	put_stage(p, CARE_ID, "a2", "Chăm sóc (khách hàng trung thành)");
	put_stage(p, AFTER_ID, "a3", "Nhu cầu sau mua");
	put_touchpoint(p, 101, BUY_ID, "thanh toán", "Website");
	put_touchpoint(p, 102, 0, "gọi lại", "Zalo");
	*state = p;
	return 0;
}

static int close_project(void **state)
{
	project_free(*state);
	return 0;
}

static int64_t meant(void **state, const char *text)
{
	bool ambiguous;
	const struct row *stage = capture_stage(*state, MAP_ID, text,
						&ambiguous);

	assert_false(stage && ambiguous);
	return stage ? stage->id : ambiguous ? -1 : 0;
}

static void a_stage_is_meant_by_its_number(void **state)
{
	assert_int_equal(meant(state, "1"), NEED_ID);
	assert_int_equal(meant(state, "04"), AFTER_ID);
	assert_int_equal(meant(state, "0"), 0);
	assert_int_equal(meant(state, "5"), 0);
	assert_int_equal(meant(state, "99999999999999999999"), 0);
}

static void a_stage_is_meant_by_its_exact_title_first(void **state)
{
	assert_int_equal(meant(state, "Nhu cầu"), NEED_ID);
	assert_int_equal(meant(state, "NHU CAU"), NEED_ID);
}

static void a_stage_is_meant_by_its_beginning(void **state)
{
	assert_int_equal(meant(state, "mua"), BUY_ID);
	assert_int_equal(meant(state, "cham soc"), CARE_ID);
	assert_int_equal(meant(state, "nhu cau s"), AFTER_ID);
}

static void a_stage_is_meant_by_the_beginning_of_a_word(void **state)
{
	assert_int_equal(meant(state, "sau"), AFTER_ID);
	assert_int_equal(meant(state, "trung th"), CARE_ID);
	assert_int_equal(meant(state, "khách"), CARE_ID);
	assert_int_equal(meant(state, "ua"), 0);
}

static void a_text_that_means_several_stages_means_none(void **state)
{
	assert_int_equal(meant(state, "nhu"), -1);
	assert_int_equal(meant(state, "hàng"), -1);
}

static void a_text_that_means_no_stage_finds_none(void **state)
{
	assert_int_equal(meant(state, "giao"), 0);
	assert_int_equal(meant(state, ""), 0);
}

static void a_number_beyond_the_stages_may_begin_a_title(void **state)
{
	put_stage(*state, 9, "a4", "2030: a vision");
	assert_int_equal(meant(state, "2030"), 9);
}

static void explains(void **state, int64_t here, const char *line,
		     const char *as)
{
	struct strbuf out = STRBUF_INIT;

	capture_explain(*state, MAP_ID, here, line, &out);
	assert_string_equal(out.s, as);
	strbuf_release(&out);
}

static void a_line_is_explained_by_stage_and_sigils(void **state)
{
	explains(state, NEED_ID, "mua > trả tiền @MoMo",
		 "2 Mua hàng · @MoMo (new)");
	explains(state, NEED_ID, "mua > trả tiền @Website",
		 "2 Mua hàng · @Website");
	explains(state, NEED_ID, "clicks @Twitter ~curious +save money :)",
		 "1 Nhu cầu · @Twitter (new) · context: curious · "
		 "need: save money · good (+1)");
	explains(state, 0, "a \"b\" =Lan #x #y",
		 "parking lot · quote: b · owner: Lan · tags: x; y");
}

static void what_goes_to_the_parking_lot_is_said(void **state)
{
	explains(state, NEED_ID, "giao > nhận @Zalo",
		 "no stage \"giao\": parking lot · @Zalo");
	explains(state, NEED_ID, "nhu > nhận",
		 "several stages match \"nhu\": parking lot");
	explains(state, 0, "nhận", "parking lot");
}

static void a_stage_alone_is_explained_as_a_move(void **state)
{
	explains(state, 0, "mua >", "go to 2 Mua hàng");
}

static void what_a_line_adds_to_is_said(void **state)
{
	explains(state, NEED_ID, "=Lan",
		 "adds to the last touchpoint · owner: Lan");
	explains(state, NEED_ID, "2.1 =Lan", "adds to 2.1 · owner: Lan");
	explains(state, NEED_ID, "0.1 =Lan", "adds to 0.1 · owner: Lan");
	explains(state, NEED_ID, "2.2 =Lan",
		 "there is no touchpoint 2.2 · owner: Lan");
	explains(state, NEED_ID, "9.1 =Lan",
		 "there is no touchpoint 9.1 · owner: Lan");
}

static void an_empty_line_shows_the_sigils(void **state)
{
	const char *sigils = "stage > action @channel ~context +need "
			     "!pain *chance \"quote\" =owner #tag :)";

	explains(state, NEED_ID, "", sigils);
	explains(state, 0, "  ", sigils);
}

static void written_is(const struct values *v, const char *line)
{
	struct row *r = row_new(TOUCHPOINT, 1, v);
	struct strbuf out = STRBUF_INIT;
	bool done[TOUCHPOINT_FIELDS];

	strbuf_addstr(&out, "- ");
	capture_write(r, &out, done);
	assert_string_equal(out.s + 2, line);
	strbuf_release(&out);
	free(r);
}

static void a_touchpoint_is_written_as_one_would_type_it(void **state)
{
	struct values v = { {
		[TOUCHPOINT_TITLE] = "web -> app #1 +84 C:\\x 10:30",
		[TOUCHPOINT_CHANNEL] = "Zalo",
		[TOUCHPOINT_CONTEXT] = "curious",
		[TOUCHPOINT_NEED] = "save money",
		[TOUCHPOINT_EMOTION] = "1",
		[TOUCHPOINT_PAIN] = "slow",
		[TOUCHPOINT_OPPORTUNITY] = "one page",
		[TOUCHPOINT_QUOTE] = "at last @home",
		[TOUCHPOINT_OWNER] = "Lan Anh",
		[TOUCHPOINT_TAGS] = "a; b",
	} };

	(void)state;
	written_is(&v, "web -> app #1 +84 C:\\x 10:30 @Zalo ~curious "
		       "+save money !slow *one page \"at last @home\" "
		       "=Lan Anh #a #b :+1");
}

static void what_would_count_is_written_with_a_backslash(void **state)
{
	struct values v = { {
		[TOUCHPOINT_TITLE] = "@home a > b :) \"c\" \\@",
		[TOUCHPOINT_CHANNEL] = "!!!",
		[TOUCHPOINT_CONTEXT] = "a +b =))",
		[TOUCHPOINT_QUOTE] = "so \"nice\" \\",
	} };

	(void)state;
	written_is(&v, "\\@home a \\> b \\:) \\\"c\" \\\\@ @\\!!! "
		       "~a \\+b \\=)) \"so \\\"nice\\\" \\\\\"");
	v = (struct values){ { [TOUCHPOINT_TITLE] = "5.3",
			       [TOUCHPOINT_CHANNEL] = "web" } };
	written_is(&v, "5\\.3 @web");
}

static char *random_text(void)
{
	static const char *const pieces[] = {
		" ", " ", " ", "a", "b", "ế", "Đ", "mua", "hàng", "1", "84",
		"5.3", ".", "@", "~", "?", "+", "!", "*", "=", "#", ":",
		"\"", "\"", "“", "”", "\\", "\\", ">", "->", "=>", "-", ":)",
		":((", "=))", ":+1", ":-2", ";", "; ", "😀", "\n", "\t",
	};
	struct strbuf b = STRBUF_INIT;
	size_t most = rand() % 20 ? ARRAY_LEN(pieces) - 2 :
				    ARRAY_LEN(pieces);

	for (int n = rand() % 9; n > 0; n--)
		strbuf_addstr(&b, pieces[(size_t)rand() % most]);
	if (rand() % 4)
		strbuf_trim(&b);
	return strbuf_detach(&b);
}

static char *random_tags(void)
{
	static const char *const tags[] = { "a", "ế1", "Đ\"@", "b\\#", "c;" };
	struct strbuf b = STRBUF_INIT;

	for (int n = rand() % 4; n > 0; n--)
		strbuf_addf(&b, "%s%s", b.len ? "; " : "",
			    tags[(size_t)rand() % ARRAY_LEN(tags)]);
	return strbuf_detach(&b);
}

static bool begins_with_a_letter(const char *s)
{
	return utf8_is_letter(utf8_decode(s, NULL));
}

static bool are_tags(const char *s)
{
	const char *end = strstr(s, "; ");
	size_t len = end ? (size_t)(end - s) : strlen(s);

	return begins_with_a_letter(s) && !memchr(s, ' ', len) &&
	       (!end || are_tags(end + 2));
}

/* What the header promises, said again. */
static bool can_be_carried(int field, const char *text)
{
	if (!*text || strpbrk(text, "\n\t") || *text == ' ' ||
	    text[strlen(text) - 1] == ' ')
		return false;
	switch (field) {
	case TOUCHPOINT_NEED:
	case TOUCHPOINT_OWNER:
		return begins_with_a_letter(text);
	case TOUCHPOINT_TAGS:
		return are_tags(text);
	case TOUCHPOINT_TITLE:
		return true;
	case TOUCHPOINT_EMOTION:
		return emotion_value(text) != EMOTION_UNKNOWN;
	default:
		return field_of(TOUCHPOINT, field)->sigil != 0;
	}
}

static void assert_reads_back(const struct row *r)
{
	struct strbuf line = STRBUF_INIT;
	bool done[TOUCHPOINT_FIELDS];
	struct capture c;

	capture_write(r, &line, done);
	capture_parse(line.s, &c);
	for (int i = 0; i < TOUCHPOINT_FIELDS; i++) {
		const char *read = c.text[i] ? c.text[i] : "";

		if (done[i] != can_be_carried(i, row_text(r, i)) ||
		    strcmp(read, done[i] ? row_text(r, i) : ""))
			fail_msg("%s of \"%s\" is \"%s\", not \"%s\"",
				 field_of(TOUCHPOINT, i)->key, line.s, read,
				 row_text(r, i));
	}
	assert_null(c.stage);
	assert_int_equal(c.card, 0);
	assert_int_equal(c.adds, line.len && !done[TOUCHPOINT_TITLE]);
	capture_release(&c);
	strbuf_release(&line);
}

static void every_touchpoint_reads_back_as_it_was(void **state)
{
	static const char *const emotions[] = { "", "-2", "-1", "0", "1",
						"2", "7", ":)" };
	(void)state;
	srand(2);
	for (int round = 0; round < 20000; round++) {
		struct values v = { { NULL } };
		char *texts[TOUCHPOINT_FIELDS];
		struct row *r;

		for (int i = 0; i < TOUCHPOINT_FIELDS; i++)
			v.text[i] = texts[i] =
				i == TOUCHPOINT_TAGS && rand() % 4 ?
				random_tags() : random_text();
		v.text[TOUCHPOINT_EMOTION] =
			emotions[(size_t)rand() % ARRAY_LEN(emotions)];
		r = row_new(TOUCHPOINT, 1, &v);
		assert_reads_back(r);
		free(r);
		for (int i = 0; i < TOUCHPOINT_FIELDS; i++)
			free(texts[i]);
	}
}

static void every_kind_of_the_template_has_a_short_prompt(void **state)
{
	static const char *const keys[] = {
		"need", "research", "discovery", "contact", "purchase",
		"confirmation", "loyalty",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		const struct kind *kind = kind_find(keys[i]);

		assert_non_null(kind);
		assert_string_equal(kind->key, keys[i]);
		assert_in_range(strlen(kind->prompt), 20, 150);
	}
	assert_null(kind_find(""));
	assert_null(kind_find("purchas"));
}

#define WITH_PROJECT(f) \
	cmocka_unit_test_setup_teardown(f, open_project, close_project)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_examples_of_the_manual_read_as_it_says),
		cmocka_unit_test(every_sigil_fills_its_field),
		cmocka_unit_test(a_sigil_counts_only_at_a_words_start),
		cmocka_unit_test(
			a_sigil_counts_only_directly_before_its_value),
		cmocka_unit_test(marks_alone_are_how_people_write),
		cmocka_unit_test(plus_hash_and_equals_need_a_letter),
		cmocka_unit_test(a_backslash_makes_a_sigil_plain),
		cmocka_unit_test(a_backslash_before_anything_else_is_text),
		cmocka_unit_test(the_last_channel_wins_and_the_first_is_noted),
		cmocka_unit_test(the_last_emotion_wins_and_the_first_is_noted),
		cmocka_unit_test(other_repeated_sigils_join),
		cmocka_unit_test(a_tag_is_one_word_and_the_text_goes_on),
		cmocka_unit_test(an_emotion_is_one_word_and_the_text_goes_on),
		cmocka_unit_test(every_face_is_an_emotion_as_a_whole_word),
		cmocka_unit_test(other_words_with_colons_are_text),
		cmocka_unit_test(
			a_quotation_before_a_sigil_or_the_end_is_a_quote),
		cmocka_unit_test(any_other_quotation_is_text),
		cmocka_unit_test(nothing_inside_a_quotation_counts),
		cmocka_unit_test(a_quotation_that_is_not_closed_is_text),
		cmocka_unit_test(the_stage_stands_before_the_first_bracket),
		cmocka_unit_test(a_bracket_that_parts_nothing_is_text),
		cmocka_unit_test(a_stage_alone_has_no_title),
		cmocka_unit_test(the_whole_text_is_kept_for_the_parking_lot),
		cmocka_unit_test(a_line_that_begins_with_a_sigil_adds),
		cmocka_unit_test(
			words_without_a_sigil_on_a_line_that_adds_are_notes),
		cmocka_unit_test(a_cards_number_before_a_sigil_adds_to_it),
		cmocka_unit_test(a_number_that_is_no_card_is_text),
		cmocka_unit_test(blanks_of_every_kind_are_blanks),
		cmocka_unit_test(nothing_typed_is_ever_lost),
		WITH_PROJECT(a_stage_is_meant_by_its_number),
		WITH_PROJECT(a_stage_is_meant_by_its_exact_title_first),
		WITH_PROJECT(a_stage_is_meant_by_its_beginning),
		WITH_PROJECT(a_stage_is_meant_by_the_beginning_of_a_word),
		WITH_PROJECT(a_text_that_means_several_stages_means_none),
		WITH_PROJECT(a_text_that_means_no_stage_finds_none),
		WITH_PROJECT(a_number_beyond_the_stages_may_begin_a_title),
		WITH_PROJECT(a_line_is_explained_by_stage_and_sigils),
		WITH_PROJECT(what_goes_to_the_parking_lot_is_said),
		WITH_PROJECT(a_stage_alone_is_explained_as_a_move),
		WITH_PROJECT(what_a_line_adds_to_is_said),
		WITH_PROJECT(an_empty_line_shows_the_sigils),
		cmocka_unit_test(a_touchpoint_is_written_as_one_would_type_it),
		cmocka_unit_test(what_would_count_is_written_with_a_backslash),
		cmocka_unit_test(every_touchpoint_reads_back_as_it_was),
		cmocka_unit_test(
			every_kind_of_the_template_has_a_short_prompt),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
