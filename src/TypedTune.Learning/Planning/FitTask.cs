namespace TypedTune.Learning;

/// <summary>What is done with a plan in one fold: which rows are learned from and predicted, and what of it is wanted.</summary>
/// <param name="rows">Which rows.</param>
/// <param name="train">The targets to learn from.</param>
/// <param name="validation">The targets of the rows held back; null where none are.</param>
internal sealed class FitTask(FitRows rows, Targets train, Targets? validation = null)
{
    /// <summary>The fold's number, from 0, for messages.</summary>
    public int Fold { get; init; }

    public FitRows Rows { get; } = rows;

    public Targets Train { get; } = train;

    public Targets? Validation { get; } = validation;

    /// <summary>How much each training row counts; null where all count the same.</summary>
    public double[]? Weights { get; init; }

    /// <summary>Whether the last step predicts its own training rows out of bag.</summary>
    public bool IsOutOfBag { get; init; }

    /// <summary>Whether training rows are predicted and scored too.</summary>
    public bool ScoresTraining { get; init; }

    /// <summary>Whether fitted models are wanted, and not their predictions alone.</summary>
    public bool KeepsModels { get; init; }

    /// <summary>Whether nothing but plain predictions is wanted, so that one fit may answer for several candidates, and a model need never be held as a whole.</summary>
    public bool WantsPredictionsAlone => Validation is not null && Weights is null && !IsOutOfBag && !KeepsModels;

    public RowCounts Counts => new(Train.RowCount, Validation?.RowCount ?? 0);

    /// <summary>All rows to learn from, none held back, and the model kept: a fit.</summary>
    public static FitTask Whole(Targets targets, double[]? weights = null) => new(new FitRows(null, null), targets) { Weights = weights, KeepsModels = true };

    /// <summary>The same rows and wishes with other targets.</summary>
    public FitTask With(Targets targets) => new(Rows, targets) { Fold = Fold, Weights = Weights, IsOutOfBag = IsOutOfBag, ScoresTraining = ScoresTraining, KeepsModels = KeepsModels };

    /// <summary>An inner fold of the rows that are learned from: its plain predictions are all that is wanted.</summary>
    /// <param name="fold">Its rows, numbered as this task's training rows.</param>
    public FitTask Inside(Fold fold) => new(
        new FitRows(RowsOf(fold.Train), RowsOf(fold.Validation)),
        Train.TakeRows(fold.Train),
        Train.TakeRows(fold.Validation))
    {
        Fold = Fold,
        Weights = Weights is null ? null : Array.ConvertAll(fold.Train, row => Weights[row]),
    };

    private int[] RowsOf(int[] rows) => Rows.Train is { } outer ? Array.ConvertAll(rows, row => outer[row]) : rows;
}
