using System.CommandLine;
using TypedTune.Benchmarks.Peers;

// Started by forests.py of tests/TypedTune.Benchmarks, which say what is compared and how.
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

var submodels = new Command("submodels", "Scores a grid of 125 points on folds; prints one line of JSON.") { train, trees, maxFeatures, threads, seed, folds };
submodels.SetAction(parsed => SubmodelsRun.Print(Matrix.Read(parsed.GetValue(train)!), Settings(parsed), parsed.GetValue(folds)));

return new RootCommand("One run of a forest, for a comparison of processes.") { forest, submodels }.Parse(args).Invoke();
