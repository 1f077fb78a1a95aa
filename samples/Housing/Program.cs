using System.CommandLine;
using System.Diagnostics;
using Housing;

var mode = new Argument<string>("mode") { Description = "grid (the default) or random", DefaultValueFactory = _ => "grid" };
mode.AcceptOnlyFromAmong("grid", "random");
var data = new Option<FileInfo>("--data") { Description = "A CSV file of districts; without it they are simulated." };
data.AcceptExistingOnly();
var json = new Option<string?>("--json") { Description = "Writes the result to this file as well." };
var split = new Option<DirectoryInfo>("--split") { Description = "Writes the districts of the search and those held back to train.csv and test.csv in this folder." };
split.AcceptExistingOnly();
var threads = new Option<int?>("--threads") { Description = "How many threads to use; default one a processor." };
var seed = new Option<int>("--seed") { Description = "Of the split, the draws and the model.", DefaultValueFactory = _ => 1 };
var command = new RootCommand("Tunes a random forest on California's districts.") { mode, data, json, split, threads, seed };
command.SetAction(arguments => Run(
    arguments.GetValue(mode)!,
    arguments.GetValue(data),
    arguments.GetValue(json),
    arguments.GetValue(split),
    arguments.GetValue(threads),
    arguments.GetValue(seed)));
return command.Parse(args).Invoke();

static int Run(string mode, FileInfo? data, string? json, DirectoryInfo? split, int? threads, int seed)
{
    try
    {
        var districts = Load(data, seed);
        using var cancellation = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            cancellation.Cancel();
        };
        long start = Stopwatch.GetTimestamp();
        var outcome = ConsoleReport.Bar().Start(bar => new Chapter(Seeded(seed), seed).Run(
            districts, mode == "random", threads, ConsoleReport.Show, ConsoleReport.Progress(bar), cancellation.Token));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;

        ConsoleReport.Show(outcome);
        if (json is not null)
            JsonReport.Of(mode, outcome, seconds).Write(json);
        if (split is not null)
        {
            Csv.Write(outcome.Train, Path.Combine(split.FullName, "train.csv"));
            Csv.Write(outcome.Test, Path.Combine(split.FullName, "test.csv"));
        }

        return 0;
    }
    catch (Exception exception) when (exception is CsvException or ArgumentException or InvalidOperationException or IOException)
    {
        Console.Error.WriteLine(exception.Message);
        return 1;
    }
}

static Table<District> Load(FileInfo? data, int seed)
{
    if (data is not null)
        return District.ReadCsv(data.FullName);
    Console.WriteLine("No --data was given: these districts are simulated. They have the schema of California's census of 1990, not its values.");
    Console.WriteLine();
    return SimulatedDistricts.Create(seed);
}

static HousingModel Seeded(int seed)
{
    var model = new HousingModel();
    return model with
    {
        Preprocessing = model.Preprocessing with { Geo = model.Preprocessing.Geo with { Seed = seed } },
        RandomForest = model.RandomForest with { Seed = seed },
    };
}
