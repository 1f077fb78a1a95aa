using System.CommandLine;
using Housing;
using TypedTune;
using TypedTune.Benchmarks.Searches;

// Started by engine.py of tests/TypedTune.Benchmarks, which says what is compared and how.
var train = new Argument<string>("train");
var test = new Argument<string>("test");
var clusters = new Option<int[]>("--clusters") { Required = true, AllowMultipleArgumentsPerToken = true };
var features = new Option<int[]>("--features") { Required = true, AllowMultipleArgumentsPerToken = true };
var threads = new Option<int>("--threads") { DefaultValueFactory = _ => 2 };
var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1 };
var tolerance = new Option<double>("--value-tolerance");
var folds = new Option<int>("--folds") { DefaultValueFactory = _ => 3 };
var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 3 };

Grid<HousingModel> Points(ParseResult parsed) => Candidates.Of(parsed.GetValue(clusters)!, parsed.GetValue(features)!, parsed.GetValue(seed), parsed.GetValue(tolerance));

var chapter = new Command("chapter", "Searches the chapter's pipeline over given candidates; prints one line of JSON.") { train, test, clusters, features, threads, seed, tolerance, folds };
chapter.SetAction(parsed => SearchRun.Print(
    District.ReadCsv(parsed.GetValue(train)!), District.ReadCsv(parsed.GetValue(test)!), Points(parsed), parsed.GetValue(threads), parsed.GetValue(folds)));

var sharing = new Command("sharing", "The same as one search and as a search a candidate, in turn; prints one line of JSON.") { train, clusters, features, threads, seed, tolerance, folds, rounds };
sharing.SetAction(parsed => SharingRun.Print(
    District.ReadCsv(parsed.GetValue(train)!), Points(parsed), parsed.GetValue(threads), parsed.GetValue(folds), parsed.GetValue(rounds)));

var metrics = new Command("metrics", "The same search with one metric and with ten, in turn; prints one line of JSON.") { train, clusters, features, threads, seed, tolerance, folds, rounds };
metrics.SetAction(parsed => MetricsRun.Print(
    District.ReadCsv(parsed.GetValue(train)!), Points(parsed), parsed.GetValue(threads), parsed.GetValue(folds), parsed.GetValue(rounds)));

var turns = new Option<int>("--turns") { DefaultValueFactory = _ => 30 };
var row = new Command("row", "Predicts rows one by one with the chapter's fitted pipeline, 100 trees; prints one line of JSON.") { train, test, turns };
row.SetAction(parsed => RowRun.Print(District.ReadCsv(parsed.GetValue(train)!), District.ReadCsv(parsed.GetValue(test)!), parsed.GetValue(turns)));

return new RootCommand("One run of a search or of a model, for a comparison of processes.") { chapter, sharing, metrics, row }.Parse(args).Invoke();
