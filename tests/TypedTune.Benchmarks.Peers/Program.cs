using System.CommandLine;
using Housing;
using TypedTune;
using TypedTune.Benchmarks.Peers;

// Started by forests.py and engine.py of tests/TypedTune.Benchmarks, which say what is compared and how.
var peer = new Argument<string>("peer").AcceptOnlyFromAmong("typedtune", "fastforest", "lightgbm");
var train = new Argument<string>("train");
var test = new Argument<string>("test");
var trees = new Option<int>("--trees") { DefaultValueFactory = _ => 100 };
var maxFeatures = new Option<int>("--max-features") { Required = true };
var threads = new Option<int>("--threads") { DefaultValueFactory = _ => 2 };
var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1 };
var leaves = new Option<int>("--leaves") { DefaultValueFactory = _ => 1000 };
var levels = new Option<int[]>("--levels") { DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true };
var folds = new Option<int>("--folds") { DefaultValueFactory = _ => 3 };

ForestSettings Settings(ParseResult parsed) =>
    new(parsed.GetValue(trees), parsed.GetValue(maxFeatures), parsed.GetValue(threads), parsed.GetValue(seed), parsed.GetValue(leaves), parsed.GetValue(levels)!);

var forest = new Command("forest", "Fits and predicts once; prints one line of JSON.") { peer, train, test, trees, maxFeatures, threads, seed, leaves, levels };
forest.SetAction(parsed =>
{
    var settings = Settings(parsed);
    var (trainMatrix, testMatrix) = (Matrix.Read(parsed.GetValue(train)!), Matrix.Read(parsed.GetValue(test)!));
    switch (parsed.GetValue(peer))
    {
        case "fastforest":
            ForestRun.Print(new FastForestPeer(settings), trainMatrix, testMatrix);
            break;
        case "lightgbm":
            ForestRun.Print(new LightGbmPeer(settings), trainMatrix, testMatrix);
            break;
        case var _ when trainMatrix.Classes > 0:
            ForestRun.Print(new TypedTuneClassifier(settings), trainMatrix, testMatrix);
            break;
        default:
            ForestRun.Print(new TypedTuneRegressor(settings), trainMatrix, testMatrix);
            break;
    }
});

var path = new Command("path", "Scores a grid of 125 points on folds; prints one line of JSON.") { train, trees, maxFeatures, threads, seed, folds };
path.SetAction(parsed => PathRun.Print(Matrix.Read(parsed.GetValue(train)!), Settings(parsed), parsed.GetValue(folds)));

var clusters = new Option<int[]>("--clusters") { Required = true, AllowMultipleArgumentsPerToken = true };
var features = new Option<int[]>("--features") { Required = true, AllowMultipleArgumentsPerToken = true };
var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 3 };

Grid<HousingModel> Candidates(ParseResult parsed) => ChapterCandidates.Of(parsed.GetValue(clusters)!, parsed.GetValue(features)!, parsed.GetValue(seed));

var chapter = new Command("chapter", "Searches the chapter's pipeline over given candidates; prints one line of JSON.") { train, test, clusters, features, threads, seed, folds };
chapter.SetAction(parsed => ChapterRun.Print(
    District.ReadCsv(parsed.GetValue(train)!), District.ReadCsv(parsed.GetValue(test)!), Candidates(parsed), parsed.GetValue(threads), parsed.GetValue(folds)));

var sharing = new Command("sharing", "The same as one search and as a search a candidate, in turn; prints one line of JSON.") { train, clusters, features, threads, seed, folds, rounds };
sharing.SetAction(parsed => SharingRun.Print(
    District.ReadCsv(parsed.GetValue(train)!), Candidates(parsed), parsed.GetValue(threads), parsed.GetValue(folds), parsed.GetValue(rounds)));

return new RootCommand("One run of a forest or of a search, for a comparison of processes.") { forest, path, chapter, sharing }.Parse(args).Invoke();
