using TypedTune.Learning;

namespace TypedTune.Benchmarks.Peers;

/// <summary>TypedTune's forest for classes.</summary>
internal sealed class TypedTuneClassifier(ForestSettings settings) : IPeer<TypedTuneRows, FittedRandomForestClassifier>
{
    private readonly FitContext _context = new(new WorkScheduler(settings.Threads));

    public TypedTuneRows Prepare(Matrix matrix) => TypedTuneRows.Of(matrix, settings.Levels);

    public FittedRandomForestClassifier Fit(TypedTuneRows train) =>
        new RandomForestClassifier { Trees = settings.Trees, MaxFeatures = settings.MaxFeatures, Seed = settings.Seed }.Fit(train.Features, train.Labels, _context);

    public double[] Predict(FittedRandomForestClassifier forest, TypedTuneRows test)
    {
        var labels = forest.Predict(test.Features, _context);
        return [.. labels.Codes.ToArray().Select(code => (double)code)];
    }
}
