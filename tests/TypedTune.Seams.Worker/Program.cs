using System.Globalization;
using TypedTune;
using TypedTune.Contracts;
using TypedTune.Learning;
using TypedTune.Seams;

try
{
    Console.Out.Write(args switch
    {
        ["evaluate", var text] => Evaluate(text),
        ["units", var text] => FitUnits(text),
        _ => throw new ArgumentException("Say: evaluate <text of a job>, or units <list of units as JSON>."),
    });
    return 0;
}
catch (Exception exception)
{
    Console.Error.Write(exception.Message);
    return 1;
}

static string Evaluate(string text) => ConfigurationText.Parse(text, new EvaluatorJob()).Run(CancellationToken.None).ToString("R", CultureInfo.InvariantCulture);

static string FitUnits(string text) => WorkerJson.Write(SharedSearch.Search.FitUnits(SharedSearch.Data, WorkerJson.Read<SearchUnit>(text)));
