/*
 * How the page looks: light and dark by the reader's choice, and on paper.
 */
#ifndef FORMAT_HTML_STYLE_H
#define FORMAT_HTML_STYLE_H

extern const char html_style[];

#endif
