# ranger's forest, timed in a process of its own as ForestRun.cs times TypedTune's; started by forests.py.
#
# usage: Rscript ranger.R TRAIN TEST TREES MAX_FEATURES THREADS SEED

suppressMessages(library(ranger))
warm_up_rows <- 2000

read <- function(path) {
  file <- file(path, "rb")
  on.exit(close(file))
  header <- readBin(file, "integer", 3, endian = "little")
  x <- matrix(readBin(file, "double", header[1] * header[2], endian = "little"), header[1], header[2])
  colnames(x) <- paste0("x", seq_len(header[2]) - 1)
  y <- readBin(file, "double", header[1], endian = "little")
  list(x = x, y = if (header[3] > 0) factor(y, levels = seq_len(header[3]) - 1) else y)
}

memory <- function(name) {
  line <- grep(paste0("^", name), readLines("/proc/self/status"), value = TRUE)
  as.numeric(gsub("[^0-9]", "", line)) * 1024 / 1e6
}

arguments <- commandArgs(trailingOnly = TRUE)
train <- read(arguments[1])
test <- read(arguments[2])
settings <- as.integer(arguments[3:6])

# Trees grown until a leaf is pure or of one row, as the others' are.
grow <- function(x, y) {
  ranger(x = x, y = y, num.trees = settings[1], mtry = settings[2], num.threads = settings[3], seed = settings[4],
         min.node.size = 1, oob.error = FALSE, verbose = FALSE)
}
foretell <- function(forest, x) predict(forest, x, num.threads = settings[3], verbose = FALSE)$predictions

slice <- seq_len(min(warm_up_rows, nrow(train$x)))
invisible(foretell(grow(train$x[slice, ], train$y[slice]), train$x[slice, ]))
peak <- memory("VmHWM")
invisible(gc())
cat("5", file = "/proc/self/clear_refs")
before <- memory("VmRSS")

processor <- function(times) times[["user.self"]] + times[["sys.self"]]
fit <- system.time(forest <- grow(train$x, train$y))
after <- memory("VmHWM")
predict <- predict_processor <- Inf
for (time in 1:5) {
  took <- system.time(predictions <- foretell(forest, test$x))
  predict <- min(predict, took[["elapsed"]])
  predict_processor <- min(predict_processor, processor(took))
}
score <- if (is.factor(test$y)) mean(predictions == test$y) else sqrt(mean((predictions - test$y)^2))
cat(sprintf('{"fit": %.6f, "processor": %.6f, "predict": %.6f, "predictProcessor": %.6f, "score": %.8g, "peak": %.1f, "added": %.1f}\n', fit[["elapsed"]], processor(fit), predict, predict_processor, score, max(peak, after), after - before))
