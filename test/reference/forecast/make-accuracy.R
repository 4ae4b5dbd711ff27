# Makes accuracy.json: errors of seasonal naive forecasts by R's forecast::accuracy (its errors are actual minus forecast), and Wilson intervals
# by prop.test. Run once: Rscript make-accuracy.R > accuracy.json. Neither the product nor its tests need R.
suppressPackageStartupMessages(library(forecast))

number <- function(x) ifelse(is.na(x), "null", formatC(x, digits = 12, format = "g", flag = "#"))
row <- function(x) paste0("[", paste(trimws(number(as.numeric(x))), collapse = ", "), "]")
text <- function(x) paste0("\"", x, "\"")

series <- list(
  list(name = "UKgas quarterly", y = UKgas, origin = 40, h = 6),
  list(name = "AirPassengers monthly", y = AirPassengers, origin = 60, h = 12),
  list(name = "Quarters with a stop in sales", y = ts(c(120, 0, 0, 340, 90, 15, 0, 410, 133, 22, 0, 395), frequency = 4), origin = 8, h = 4)
)
parts <- c()
for (s in series) {
  n <- s$origin
  train <- ts(s$y[1:n], frequency = frequency(s$y))
  actual <- s$y[(n + 1):(n + s$h)]
  f <- snaive(train, h = s$h, level = c(80, 95))
  a <- accuracy(f, actual, d = 0, D = 1)[2, ]
  parts <- c(parts, paste0("  { \"name\": ", text(s$name), ", \"seasonLength\": ", frequency(s$y), ",\n    \"train\": ", row(train),
    ",\n    \"actual\": ", row(actual), ",\n    \"middle\": ", row(f$mean), ",\n    \"low80\": ", row(f$lower[, 1]), ",\n    \"high80\": ", row(f$upper[, 1]),
    ",\n    \"low95\": ", row(f$lower[, 2]), ",\n    \"high95\": ", row(f$upper[, 2]),
    ",\n    \"meanError\": ", trimws(number(a["ME"])), ", \"meanAbsoluteError\": ", trimws(number(a["MAE"])), ", \"mase\": ", trimws(number(a["MASE"])), " }"))
}
tries <- list(c(11, 14), c(19, 24), c(0, 5), c(5, 5))
wilson <- sapply(tries, function(t) {
  ends <- suppressWarnings(prop.test(t[1], t[2], correct = FALSE))$conf.int
  paste0("{ \"held\": ", t[1], ", \"n\": ", t[2], ", \"low\": ", trimws(number(ends[1])), ", \"high\": ", trimws(number(ends[2])), " }")
})
cat("{\n\"madeWith\": ", text(paste0(R.version.string, ", forecast ", packageVersion("forecast"))), ",\n\"series\": [\n", paste(parts, collapse = ",\n"),
  "\n],\n\"wilson\": [", paste(wilson, collapse = ",\n  "), "]\n}\n", sep = "")
