/*
 * Projects to measure with: as long and as mixed as those that people write.
 *
 *	data json|text TOUCHPOINTS [MAPS]
 *
 * `json` is for `cjm import`, `text` the same rows, one a line, for editors.
 * Each map has seven stages.  The same numbers give the same bytes.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STAGES = 7, LONGEST = 2000 };

#define COUNT(a) (int)(sizeof(a) / sizeof((a)[0]))

static const char *const stages[STAGES] = {
	"Nhận biết", "Consideration", "Tìm hiểu", "Purchase", "Nhận hàng",
	"Use", "Giới thiệu",
};

static const char *const words[] = {
	"khách", "hàng", "tìm", "kiếm", "thông", "tin", "về", "sản", "phẩm",
	"mới", "trên", "điện", "thoại", "không", "thấy", "phí", "giao",
	"được", "nhân", "viên", "gọi", "lại", "chờ", "đợi", "lâu", "quá",
	"để", "so", "sánh", "giá", "ưu", "đãi", "cửa", "hiệu", "trực",
	"tuyến", "thanh", "toán", "nhanh", "tiện", "lợi", "the", "customer",
	"looks", "for", "a", "better", "price", "and", "reads", "reviews",
	"before", "buying", "delivery", "takes", "too", "long", "support",
	"answers", "by", "phone", "compares", "offers", "with", "friends",
	"wants", "to", "know", "when", "it", "arrives", "easy", "return",
	"of", "goods", "sees", "flash", "sale", "接点", "サポート", "価格",
};

static const char *const channels[] = {
	"Facebook", "website", "email", "Zalo", "hotline", "cửa hàng",
	"Google", "TikTok", "MoMo", "app", "Shopee", "nhân viên giao hàng",
};

static uint64_t seed = 88172645463325252u;

static double chance(void)              /* 0 ... 1 */
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (double)(seed >> 11) / (double)(UINT64_C(1) << 53);
}

static int below(int n)
{
	return (int)(chance() * n);
}

/* Lengths as found in real maps: median, 95th percentile, longest. */
struct lengths {
	int median, p95, most;
};

static const struct lengths title = { 18, 41, 127 };
static const struct lengths cell = { 26, 150, 473 };

static int pick_length(const struct lengths *l)
{
	double x = chance();

	if (x < 0.5)
		return (int)(l->median * (0.3 + 1.4 * x));
	if (x < 0.95)
		return (int)(l->median + (l->p95 - l->median) *
			     (x - 0.5) / 0.45);
	return (int)(l->p95 + (l->most - l->p95) * (x - 0.95) / 0.05);
}

static int characters(const char *s)
{
	int n = 0;

	for (; *s; s++)
		n += ((unsigned char)*s & 0xC0) != 0x80;
	return n;
}

static void make_text(const struct lengths *l, char text[LONGEST])
{
	int left = pick_length(l);
	size_t len = 0;

	do {
		const char *word = words[below(COUNT(words))];

		len += (size_t)snprintf(text + len, LONGEST - len, "%s%s",
					len ? " " : "", word);
		left -= characters(word) + 1;
	} while (left > 3);
}

/* A field that so many of a hundred touchpoints have. */
static const struct {
	const char *key;
	int percent;
} cells[] = {
	{ "context", 60 },
	{ "need", 50 },
	{ "pain", 40 },
	{ "opportunity", 30 },
	{ "quote", 20 },
};

/* The bench knows that a screen is painted by the first title's word. */
static void write_touchpoint(bool json, bool first)
{
	char text[LONGEST];
	int i;

	make_text(&title, text);
	printf(json ? "{\"title\":\"%s%s\"" : "%s%s",
	       first ? "Bookshop " : "", text);
	if (chance() < 0.8)
		printf(json ? ",\"channel\":\"%s\"" : " @%s",
		       channels[below(COUNT(channels))]);
	if (chance() < 0.6)
		printf(json ? ",\"emotion\":%d" : " :%d", below(5) - 2);
	for (i = 0; i < COUNT(cells); i++) {
		if (chance() * 100 >= cells[i].percent)
			continue;
		make_text(&cell, text);
		if (json)
			printf(",\"%s\":\"%s\"", cells[i].key, text);
		else
			printf(" | %s", text);
	}
	fputs(json ? "}" : "\n", stdout);
}

static void write_stage(bool json, int stage, int count)
{
	int i;

	if (json)
		printf("%s{\"title\":\"%s\",\"touchpoints\":[",
		       stage ? "," : "", stages[stage]);
	for (i = 0; i < count; i++) {
		if (json && i)
			putchar(',');
		write_touchpoint(json, stage == 0 && i == 0);
	}
	if (json)
		fputs("]}\n", stdout);
}

static void write_map(bool json, int number, int count)
{
	int stage;

	if (json)
		printf("%s{\"title\":\"Map %d\",\"stages\":[\n",
		       number ? "," : "", number + 1);
	for (stage = 0; stage < STAGES; stage++)
		write_stage(json, stage, count / STAGES +
					 (stage < count % STAGES));
	if (json)
		fputs("]}\n", stdout);
}

int main(int argc, char **argv)
{
	bool json = argc > 1 && !strcmp(argv[1], "json");
	int count = argc > 2 ? atoi(argv[2]) : 0;
	int maps = argc > 3 ? atoi(argv[3]) : 1;
	int i;

	if (count < 1 || maps < 1) {
		fputs("usage: data json|text TOUCHPOINTS [MAPS]\n", stderr);
		return 2;
	}
	if (json)
		fputs("{\"cjm\":1,\"project\":{\"title\":\"Bench\"},"
		      "\"maps\":[\n", stdout);
	for (i = 0; i < maps; i++)
		write_map(json, i, count);
	if (json)
		fputs("]}\n", stdout);
	return fflush(stdout) != 0;
}
